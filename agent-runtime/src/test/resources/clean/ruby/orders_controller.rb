# frozen_string_literal: true

require 'openssl'
require 'securerandom'
require 'yaml'

class OrdersController < ApplicationController
  protect_from_forgery with: :exception
  before_action :authenticate_user!
  before_action :find_order, only: %i[show update destroy]

  def index
    @orders = current_user.orders
                          .includes(:lines)
                          .where(state: params[:state].presence || 'open')
                          .order(:id)
                          .limit(50)
    render json: @orders
  end

  def show
    render json: @order
  end

  def create
    order = current_user.orders.build(order_params)
    if order.save
      render json: order, status: :created
    else
      render json: { errors: order.errors }, status: :unprocessable_entity
    end
  end

  def update
    if @order.update(order_params)
      render json: @order
    else
      render json: { errors: @order.errors }, status: :unprocessable_entity
    end
  end

  def destroy
    @order.destroy!
    head :no_content
  end

  private

  def find_order
    @order = current_user.orders.find(params[:id])
  end

  def order_params
    params.require(:order).permit(:note, lines_attributes: %i[product_id quantity])
  end
end

class Webhook
  def initialize(secret)
    @secret = secret
  end

  def genuine?(body, signature)
    expected = OpenSSL::HMAC.hexdigest('SHA256', @secret, body)
    ActiveSupport::SecurityUtils.secure_compare(expected, signature)
  end

  def self.token
    SecureRandom.urlsafe_base64(32)
  end
end

class Settings
  def self.load(path)
    YAML.safe_load_file(path, permitted_classes: [Date])
  rescue Errno::ENOENT => e
    Rails.logger.warn("no settings: #{e.message}")
    {}
  end

  def self.names(path)
    File.open(path) do |file|
      file.each_line.map(&:strip).reject(&:empty?)
    end
  end

  def self.label(user)
    return '' if user.nil? || user.hidden

    user.name
  end
end
